interface Parts {
  protocol: string;
  hostname: string;
  port?: string | number | null;
  pathname: string;
  query?: Record<string, string | number | boolean>;
}

/** The one thing that jira-client asks of Node's `url`, which no browser has. */
export function format({ protocol, hostname, port, pathname, query = {} }: Parts): string {
  const pairs = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  const search = pairs.length > 0 ? `?${pairs.join('&')}` : '';
  const path = pathname.replace(/[?#]/g, encodeURIComponent);
  return `${protocol}://${hostname}${port ? `:${port}` : ''}${path}${search}`;
}

const encoded = (value: unknown) => encodeURIComponent(String(value));

// biome-ignore lint/style/noDefaultExport: stands in for a module that is imported as a whole.
export default { format };
