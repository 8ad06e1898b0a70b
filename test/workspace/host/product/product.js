// A customer's product, with what Pendo's agent does in it: guides are asked for as a page is loaded or changed.
// https://support.pendo.io/hc/en-us/articles/360031864692
const account = new URLSearchParams(location.search).get('account') ?? '';
const language = new URLSearchParams(location.search).get('lang');
if (language) document.documentElement.lang = language;

async function showGuides() {
  document.getElementById('place').textContent = placeOf(location.hash);
  const guides = await (await fetch(`/product/guides?account=${account}`)).json();
  document.getElementById('account').textContent = guides.account;
  document.getElementById('pendo-base')?.remove();
  for (const { code } of guides.shown) {
    const base = document.createElement('div');
    const container = document.createElement('div');
    const html = document.createElement('div');
    const script = document.createElement('script');
    base.id = 'pendo-base';
    container.id = 'pendo-guide-container';
    html.id = 'allclear-notice';
    script.textContent = code;
    container.append(html);
    base.append(container);
    document.querySelector('header').after(base);
    container.append(script);
  }
}

const placeOf = (hash) => (hash ? hash.slice(1, 2).toUpperCase() + hash.slice(2) : 'Overview');

addEventListener('hashchange', showGuides);
showGuides();
