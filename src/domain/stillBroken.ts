/**
 * Whether what a customer has written sounds as if it were still broken for them, in one of the languages below. It goes by
 * words, and is shown as a hint: the sentence beside it says how many *sound* so. What they quote, ask or suppose is left out.
 */
export function soundsStillBroken(text: string): boolean {
  return sentencesOf(plain(ownWords(text))).some((sentence) => {
    if (SUPPOSED.test(sentence) || ASKED.test(sentence)) return false;
    const rest = FINE.reduce((left, fine) => left.replace(fine, ' '), sentence);
    return BROKEN.some((broken) => broken.test(rest));
  });
}

// Mail programs put the text that is answered below, after one of these lines, or behind an angle.
const QUOTE_BEGINS =
  /^\s*(>.*|-{3,}.*|_{5,}.*|(on|am|el|le|em|il|op)\b.{4,120}\b(wrote|schrieb|escribio|escribió|a écrit|escreveu|ha scritto|schreef)\b.*:|(from|von|de|da|van)\s*:\s.+)$/i;

function ownWords(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => QUOTE_BEGINS.test(line));
  return (end === -1 ? lines : lines.slice(0, end)).join('\n');
}

/** Small letters without marks: accents, and the hamza that Arabic writers leave out as they like. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

function sentencesOf(text: string): string[] {
  return (text.match(/[^.!?؟\n]+[.!?؟]*/g) ?? []).map((each) => each.trim()).filter(Boolean);
}

const SUPPOSED =
  /^(and |but |so |please |y |pero |und |aber |et |mais |e |mas |ma )?(if|in case|should it|si|en caso|wenn|falls|sollte|se|caso|als|indien|اذا|لو|ان كان)\s/;
const ASKED = /^(hi,? |hello,? )?(is|are|was|ist|sind|est-ce|esta|sigue|e|هل)\s.*[?؟]$/;

// Looked for first and taken out: what is not broken any more.
const FINE: readonly RegExp[] = [
  /\b(no longer|not|never|isn't|aren't|wasn't|doesn't|don't|didn't|haven't|hasn't)\b[^,;]{0,20}\b(broken|down|fail\w*|errors?|problems?|issues?|happen\w*|affected|stuck|see\w* (it|this|the|any)[^,;]{0,12})( at all)?( any ?more| any longer| again| now| since| today)?/g,
  /\bno (more|further|longer any|other)\b[^,;]{0,20}\b(errors?|problems?|issues?|failures?)/g,
  /\b(works?|working|is back|fixed|solved|resolved|gone)\b[^,;]{0,12}\b(again|now|fine|perfectly|for (me|us)|as before)\b/g,
  /\bstill (work(s|ing)?|up|fine|fixed|good|ok(ay)?)\b/g,
  /\bnot (a|an) (problem|issue)\b|\bno (problem|problems|issue|issues|worries)\b/g,
  /\bya no (falla|da error|ocurre|pasa|hay (errores?|problemas?)|tengo (errores?|problemas?)|sale)|\b(vuelve|volvio) a funcionar|\bya funciona|\bningun problema|\bsin problemas?/g,
  /\b(nicht mehr|kein\w*)\b[^,;]{0,20}\b(kaputt|gestort|fehler\w*|problem\w*|storung\w*)( mehr)?|\bfunktionier\w* (jetzt |nun )?wieder|\bgeht (jetzt |nun )?wieder/g,
  /\bne (bug\w*|plant\w*) plus|\b(plus|pas) d'erreurs?|\bplus (de |aucun )?(probleme|erreur|souci)s?|\b(re)?fonctionne (a nouveau|de nouveau|maintenant)|\b(marche|remarche) (a nouveau|de nouveau)|\baucun (probleme|souci)/g,
  /\bnao (da|dao|ha|tenho|esta|tem) mais( (erro|problema|com)\w*)*|\bvoltou a funcionar|\bja (esta )?funciona\w*|\bsem problemas?/g,
  /\bnon (da|c'e|ci sono|ho) piu[^,;]{0,20}(errori?|problem[ai])|\bfunziona (di nuovo|ora|adesso)|\bnessun problema/g,
  /\bgeen (fout|fouten|problemen|storing)( meer)?|\bwerkt (nu |het )?weer/g,
  /لم (يعد|تعد|اعد)[^،.]{0,20}(يتعطل|معطل\S*|المشكل\S*|مشكل\S*|خطا\S*|الخطا|تظهر|يظهر|موجود\S*)|لا (توجد|يوجد)[^،.]{0,8}(مشكل\S*|خطا\S*|اخطاء)|(عاد|عادت|رجع|رجعت) (يعمل|تعمل|للعمل|الي العمل|الى العمل)|(يعمل|تعمل) (الان|من جديد|مجددا)/g,
];

const BROKEN: readonly RegExp[] = [
  /\bstill\b[^,;]{0,40}\b(not|n't|isn't|aren't|doesn't|don't|can't|cannot|won't|broken|down|fail\w*|errors?|issues?|problems?|happen\w*|the same|unable|stuck|crash\w*|wrong|no luck|nothing|there|offline|timing out)\b/,
  /\b(not|isn't|aren't|wasn't|hasn't been|haven't been|n't been|never)\b[^,;]{0,12}\b(fixed|resolved|solved|working|work|gone|better)\b/,
  /\b(doesn't|does not|don't|won't|didn't|no longer)\b[^,;]{0,10}\bwork/,
  /\b(same|identical) (\w+ )?(error|problem|issue|thing|message)\b/,
  /\b(broken|down|failing|error|errors|problem|issue|happening|it's) (back|again|once more)\b|\bis back again\b|\bhas (come back|returned)\b|\bbroke again\b/,
  /\b(problem|issue|error|fault)s? (persists?|remains?|continues?)\b|\bkeeps? (failing|happening|crashing|coming back)\b|\bno (change|difference|improvement)\b/,
  /\b(sigue|siguen|continua|todavia|aun)\b[^,;]{0,40}\b(no|sin|fall\w*|error\w*|problema\w*|igual|mal|caid\w*|rot\w*)\b|\bno funciona|\b(mismo|misma) (error|problema|fallo)|\bno (se ha|esta) (resuelto|solucionado|arreglado)|\b(falla|fallo|error) (otra vez|de nuevo)/,
  /\b(immer noch|noch immer|nach wie vor|weiterhin)\b[^,;]{0,40}\b(nicht|kein\w*|kaputt|fehler\w*|problem\w*|gestort|defekt|gleich\w*)\b|\bfunktionier\w*[^,;]{0,20}\bnicht|\bgeht (immer noch |noch immer )?nicht|\b(der)?(gleiche|selbe)\w* (fehler|problem)|\bnicht (behoben|gelost)/,
  /\b(toujours|encore)\b[^,;]{0,30}\b(pas|erreurs?|problemes?|bug\w*|panne|pareil|plant\w*|meme)\b|\bne (fonctionne|marche)[^,;]{0,12}\bpas|\bmeme (erreur|probleme)|\bpas (encore )?(resolu|repare|regle)/,
  /\b(ainda|continua|continuo)\b[^,;]{0,40}\b(nao|erro\w*|problema\w*|sem|igual|fora|falh\w*|mesm[oa])\b|\bnao (esta )?funciona|\bmesmo (erro|problema)|\bnao (foi|esta) resolvid/,
  /\b(ancora|continua)\b[^,;]{0,40}\b(non|error[ei]|problem[ai]|rott\w*|fuori|uguale)\b|\bnon (funziona|va)\b|\bstesso (errore|problema)|\bnon (e )?(stato )?risolto/,
  /\bnog (steeds|altijd)\b[^,;]{0,40}\b(niet|geen|fout\w*|kapot|problem\w*|storing)\b|\bwerkt (nog (steeds )?)?niet|\b(dezelfde) (fout|storing)|\bniet opgelost/,
  /(لا ي?زال|لا ت?زال|ما زال\S*|مازال\S*|لم يزل)[^،.]{0,40}(لا|لم|معطل\S*|متوقف\S*|مشكل\S*|المشكل\S*|خطا\S*|الخطا|نفس|تظهر|قائم\S*|موجود\S*)|(لا|لم) (يعمل|تعمل|يشتغل|تشتغل)|نفس (المشكل\S*|الخطا|الشيء)|لم (تحل|يحل|يتم حل|يتم اصلاح)/,
];
