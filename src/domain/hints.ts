/** What a text had better not say to customers. Advice: it stops nobody. */
export interface Hint {
  readonly field: 'symptoms' | 'extra' | 'eta';
  readonly about: HintAbout;
  /** The words that gave rise to it. */
  readonly words: string;
}

/**
 * `vague`: whoever reads it is affected, so "some users may" sounds like doubt. `blame`: it points at somebody.
 * `promise`: a fix that nobody can promise. `time`: a time of repair, which belongs to the expected fix with its source.
 */
export type HintAbout = 'vague' | 'blame' | 'promise' | 'time';

// In the languages that the app speaks; a word in any of them counts in every text.
const SIGNS: Readonly<Record<HintAbout, readonly RegExp[]>> = {
  vague: [
    /\b(?:some|a (?:few|small number of)|certain) (?:of our )?(?:users?|customers?|people|donors|clients|accounts)\b(?: (?:may|might|could)\b)?/iu,
    /\balgun[oa]s (?:de nuestr[oa]s )?(?:usuari[oa]s|clientes|personas|donantes)\b(?: (?:pueden|podrían)(?!\p{L}))?/iu,
    /(?:قد يواجه )?بعض (?:المستخدمين|العملاء|الأشخاص|المتبرعين)/u,
  ],
  blame: [
    /\b(?:human error|operator error|fault of|(?:their|his|her) (?:fault|mistake)|to blame|caused by (?:our )?(?:vendor|provider|partner|supplier|team|developers?|engineers?)|third[- ]party (?:vendor|provider)(?:'s|’s)? (?:fault|failure|error))\b/iu,
    /\b(?:error humano|(?:por|es) culpa de|la culpa (?:es|la tiene)|(?:causado|provocado) por (?:nuestro |el |un )?(?:proveedor|socio|equipo))(?!\p{L})/iu,
    /(?:خطأ بشري|بسبب خطأ|اللوم على|يتحمل .{0,20}المسؤولية|بسبب (?:المورد|مزود الخدمة|الشريك))/u,
  ],
  promise: [
    /\b(?:will (?:definitely )?be (?:fixed|resolved|back|working|restored)(?: (?:by|in|within|before|at|soon|shortly)\b)?|we (?:promise|guarantee)|guaranteed?|never happen again)\b/iu,
    /(?<!\p{L})(?:estará (?:arreglado|resuelto|solucionado|listo)|se (?:arreglará|resolverá|solucionará)|(?:lo )?(?:prometemos|garantizamos)|no volverá a (?:ocurrir|suceder|pasar))(?!\p{L})/iu,
    /(?:سي(?:تم|جري) (?:إصلاح|حل)|سيُ?صلح|سيُ?حل|نعدكم|نضمن|لن يتكرر)/u,
  ],
  time: [
    /\b(?:within|in) (?:the )?(?:next )?(?:an?|one|\d+|few|couple of) ?(?:minutes?|mins?|hours?|hrs?|days?)\b|\bby \d{1,2}(?::\d{2})?(?: ?[ap]\.?m\b)?(?!\w)|\bby (?:noon|tonight|tomorrow|the end of)\b/iu,
    /(?<!\p{L})(?:en|dentro de) (?:unas?|unos|\d+|pocas?|pocos) (?:minutos?|horas?|días?)(?!\p{L})|(?<!\p{L})antes de las? \d{1,2}/iu,
    /(?:خلال|في غضون) (?:\d+ ?)?(?:دقائق|دقيقة|ساعات|ساعة|ساعتين|أيام|يوم)|قبل الساعة \d{1,2}/u,
  ],
};

/** Everything in these texts that had better be said otherwise, in the order of the form. */
export function hintsOn(form: {
  readonly symptoms: string;
  readonly extra: string;
  readonly eta: string;
  readonly etaBy: string;
}): readonly Hint[] {
  const texts = (['symptoms', 'extra'] as const).flatMap((field) =>
    (Object.keys(SIGNS) as HintAbout[]).flatMap((about) => hintIn(form[field], field, about)),
  );
  const isWithoutSource = form.eta.trim() !== '' && form.etaBy.trim() === '';
  return isWithoutSource ? [...texts, { field: 'eta', about: 'time', words: form.eta.trim() }] : texts;
}

function hintIn(text: string, field: Hint['field'], about: HintAbout): Hint[] {
  for (const sign of SIGNS[about]) {
    const words = sign.exec(text)?.[0].trim();
    if (words) return [{ field, about, words }];
  }
  return [];
}
