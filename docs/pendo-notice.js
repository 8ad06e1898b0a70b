(() => {
  // Allclear's in-app notice, for the JavaScript of a Pendo code block. docs/pendo.md says how.
  // These three lines are yours: your Zendesk, the article's number, and its languages, the first for everybody else.
  const SITE = 'https://yourcompany.zendesk.com';
  const ARTICLE = '360000000000';
  const LOCALES = ['en-us'];

  const BETWEEN_LOOKS_MS = 120_000;
  const SOONEST_LOOK_MS = 30_000;
  const RAREST_LOOK_MS = 900_000;
  const PATIENCE_MS = 10_000;
  const MOST_NOTICES = 3;
  const LONGEST_FEED = 200_000;
  const LONGEST_TITLE = 200;
  const LONGEST_TEXT = 4_000;
  const CLOSE = { ar: 'إغلاق', es: 'Cerrar', en: 'Close' };

  // Pendo runs the block again when it shows the guide again: the new one takes over.
  if (window.allclearNotice) window.allclearNotice.stop();

  const locale = chooseLocale();
  const language = locale.split('-')[0];
  const box = document.createElement('div');
  box.setAttribute('role', 'status'); // read out when it changes, without taking the focus
  box.lang = locale;
  (document.getElementById('allclear-notice') || document.body).prepend(box);
  // What Pendo draws around the block must not stay behind without it.
  const frame = box.closest('#pendo-guide-container') || box;

  let notices = [];
  let drawn = '';
  let failures = 0;
  let isLooking = false;
  let lookedAt = 0;
  let nextDraw;
  let nextLook;
  const closed = new Set(recall());

  window.allclearNotice = { stop };
  document.addEventListener('visibilitychange', wakeUp);
  window.addEventListener('pageshow', wakeUp);
  draw();
  look();

  /** Asks what there is to say. Nothing new comes of a feed that is down, slow or broken: what is shown stays, and ends in time. */
  async function look() {
    clearTimeout(nextLook);
    if (!box.isConnected) return stop();
    if (isLooking || document.hidden) return;
    isLooking = true;
    lookedAt = Date.now();
    const found = await read();
    isLooking = false;
    failures = found ? 0 : failures + 1;
    if (found) notices = found;
    draw();
    const wait = Math.min(BETWEEN_LOOKS_MS * 2 ** failures, RAREST_LOOK_MS);
    // Not every customer at the same moment.
    nextLook = setTimeout(look, wait * (0.9 + Math.random() * 0.2));
  }

  /** Shows what is still in force, and comes back when the first of it ends. */
  function draw() {
    clearTimeout(nextDraw);
    const now = Date.now();
    const live = notices.filter(({ key, ends }) => now < ends && !closed.has(key)).slice(0, MOST_NOTICES);
    const shown = JSON.stringify(live);
    if (shown !== drawn) box.replaceChildren(...live.map(drawNotice));
    drawn = shown;
    if (live.length > 0) frame.style.removeProperty('display');
    else frame.style.setProperty('display', 'none', 'important');
    const left = Math.min(...live.map(({ ends }) => ends)) - now;
    // At least once a second: a computer that slept has not counted.
    if (Number.isFinite(left)) nextDraw = setTimeout(draw, Math.min(left, 1_000));
  }

  function drawNotice({ key, title, lines, ends }) {
    const heading = document.createElement('strong');
    heading.dir = 'auto';
    heading.textContent = title;
    const paragraphs = lines.map((line) => {
      const paragraph = document.createElement('p');
      paragraph.dir = 'auto';
      paragraph.textContent = line;
      paragraph.style.cssText = 'margin: 4px 0 0; overflow-wrap: anywhere';
      return paragraph;
    });
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = '\u00d7';
    close.setAttribute('aria-label', CLOSE[language] || CLOSE.en);
    close.style.cssText =
      'border: 0; background: none; color: inherit; font: 20px/1 sans-serif; min-width: 32px; min-height: 32px; cursor: pointer';
    close.addEventListener('click', () => {
      closed.add(key);
      remember([...closed]);
      draw();
    });
    const words = document.createElement('div');
    words.style.cssText = 'flex: 1; min-width: 0';
    words.append(heading, ...paragraphs);
    const notice = document.createElement('div');
    notice.style.cssText = `display: flex; gap: 12px; align-items: flex-start; box-sizing: border-box; width: 100%; padding: 12px 16px; text-align: start; font: 14px/20px system-ui, sans-serif; color: #2f3941; background: #fff; border: 1px solid #c2c8cc; border-inline-start: 4px solid ${
      Number.isFinite(ends) ? '#037f52' : '#ad5e18'
    }`;
    notice.append(words, close);
    return notice;
  }

  /** `undefined` when nobody can tell; nothing at all when nothing is published. */
  async function read() {
    const article = await ask(`/api/v2/help_center/${locale}/articles/${ARTICLE}.json`);
    if (article) return article.status === 404 ? [] : toNotices(article.content?.article?.body);
    // Zendesk documents for this one that other sites may read it; its index is some minutes behind.
    const search = await ask(
      `/api/v2/help_center/articles/search.json?label_names=allclear_notice&locale=${locale}`,
    );
    const results = Array.isArray(search?.content?.results) ? search.content.results : [];
    return toNotices(results.find((one) => String(one?.id) === ARTICLE)?.body);
  }

  /** `undefined` without an answer that may be read, or in time. */
  async function ask(path) {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
    try {
      const answer = await fetch(SITE + path, {
        credentials: 'omit',
        cache: 'no-cache',
        signal: patience.signal,
      });
      if (answer.status === 404) return { status: 404 };
      if (!answer.ok) return undefined;
      const text = await answer.text();
      return text.length > LONGEST_FEED ? undefined : { status: 200, content: JSON.parse(text) };
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  function toNotices(body) {
    try {
      const text = decode(String(body));
      const feed = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
      if (feed.allclear !== 1) return undefined;
      return feed.notices.flatMap(toNotice);
    } catch {
      return undefined;
    }
  }

  function toNotice({ id, n, title, text, expires_at: end }) {
    const ends = end === undefined || end === null ? Number.POSITIVE_INFINITY : Date.parse(end);
    const isSound = typeof title === 'string' && typeof text === 'string' && !Number.isNaN(ends);
    if (!isSound) return [];
    const lines = clean(text, LONGEST_TEXT).split('\n').filter(Boolean);
    return [{ key: `${id}/${n}`, title: clean(title, LONGEST_TITLE), lines, ends }];
  }

  /** Without signs that nobody sees, and that could turn the text around them. */
  function clean(text, most) {
    return text
      .slice(0, most)
      .replace(/(?!\n)\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
      .trim();
  }

  function decode(text) {
    const signs = { quot: '"', amp: '&', lt: '<', gt: '>', '#34': '"', '#39': "'" };
    return text.replace(/&(quot|amp|lt|gt|#34|#39);/g, (_, name) => signs[name]);
  }

  function chooseLocale() {
    const wanted = (document.documentElement.lang || navigator.language || '').toLowerCase();
    const fits = (each) => each === wanted || each.split('-')[0] === wanted.split('-')[0];
    return LOCALES.find((each) => each === wanted) || LOCALES.find(fits) || LOCALES[0];
  }

  function wakeUp() {
    if (document.hidden) return;
    draw();
    clearTimeout(nextLook);
    nextLook = setTimeout(look, Math.max(0, lookedAt + SOONEST_LOOK_MS - Date.now()));
  }

  // Which notices this customer has closed, until the tab is. A browser may forbid to keep it.
  function recall() {
    try {
      const kept = JSON.parse(sessionStorage.getItem('allclear-closed'));
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  }

  function remember(keys) {
    try {
      sessionStorage.setItem('allclear-closed', JSON.stringify(keys));
    } catch {}
  }

  function stop() {
    clearTimeout(nextDraw);
    clearTimeout(nextLook);
    document.removeEventListener('visibilitychange', wakeUp);
    window.removeEventListener('pageshow', wakeUp);
    box.remove();
  }
})();
