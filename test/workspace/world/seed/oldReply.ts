import type { User } from '../person.ts';
import type { SeedUpdate } from './record.ts';

/** What a customer was told of an earlier update: Spanish where they speak it, English otherwise. */
export function oldReply(customer: User, update: SeedUpdate): string {
  const isSpanish = customer.locale === 'es';
  const words = isSpanish ? SPANISH : ENGLISH;
  const firstName = customer.name.split(' ')[0] ?? customer.name;
  const next = update.next === undefined ? [] : [words.next(timeFor(customer, update.next))];
  const eta = update.eta ? [words.eta(update.eta.text)] : [];
  return [`<strong>${words.title[update.stage]}</strong>`, words.hello(firstName), words.body[update.stage]]
    .concat(words.symptoms(update.symptoms), eta, next)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
}

const ENGLISH = {
  title: {
    investigating: 'Service Status Update: Issue Under Investigation',
    identified: 'Service Status Update: Issue Identified - Fix in Progress',
    monitoring: 'Service Status Update: Fix in Place, Being Watched',
    resolved: 'Service Status Update: Issue Resolved',
  },
  hello: (name: string) => `Hello ${name},`,
  body: {
    investigating:
      'We are looking into a problem that affects your donation page, and we are sorry for the trouble.',
    identified:
      'We know what causes the problem with your donation page, and our team is working on the fix.',
    monitoring: 'A fix is in place. We keep watching closely to be sure that it holds.',
    resolved: 'The problem is solved, and everything works as it should. Thank you for your patience.',
  },
  symptoms: (text: string) => `What you may see: ${text}`,
  eta: (text: string) => `We expect the fix by ${text}.`,
  next: (time: string) => `We will write again by ${time}.`,
};

const SPANISH: typeof ENGLISH = {
  title: {
    investigating: 'Actualización del estado: problema en investigación',
    identified: 'Actualización del estado: problema identificado, solución en curso',
    monitoring: 'Actualización del estado: solución en observación',
    resolved: 'Actualización del estado: problema resuelto',
  },
  hello: (name) => `Hola, ${name}:`,
  body: {
    investigating:
      'Estamos investigando un problema que afecta a su página de donaciones y lamentamos las molestias.',
    identified:
      'Ya sabemos qué causa el problema de su página de donaciones y nuestro equipo trabaja en la solución.',
    monitoring:
      'La solución ya está activa. Seguimos vigilando de cerca para asegurarnos de que se mantiene.',
    resolved: 'El problema está resuelto y todo funciona con normalidad. Gracias por su paciencia.',
  },
  symptoms: (text) => `Lo que puede ver: ${text}`,
  eta: (text) => `Esperamos tenerlo resuelto a las ${text}.`,
  next: (time) => `Volveremos a escribirle antes de las ${time}.`,
};

function timeFor({ locale, ianaTimeZone }: User, ms: number): string {
  const time = new Intl.DateTimeFormat(locale === 'es' ? 'es' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: ianaTimeZone,
  }).format(ms);
  return `${time} (${ianaTimeZone.split('/').at(-1)?.replaceAll('_', ' ')})`;
}
