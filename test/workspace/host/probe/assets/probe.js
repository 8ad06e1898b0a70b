// Speaks to the host before it is ready, as any app does: these calls wait in the SDK's queue.
window.heard = [];
window.client = ZAFClient.init();
window.early = window.client.get(['ticket.id', 'colorScheme']);
for (const event of ['app.activated', 'app.deactivated', 'app.willDestroy', 'context.updated'])
  window.client.on(event, (value) => window.heard.push([event, value ?? null]));
