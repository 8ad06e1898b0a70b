/** Signs of a sentence that denies something: a customer who has no trouble seldom needs them. */
const NEGATIONS = new Set(
  (
    'no not cannot cant dont doesnt didnt wont isnt never none nobody nothing nicht kein keine keinen nie nichts ne pas jamais aucun ' +
    'aucune impossible nada nadie nunca ningun ninguna sin nao nenhum nenhuma sem لا لم لن ليس ليست لايوجد'
  ).split(' '),
);
const DENIES = /n['’]t\b|ない|ません|なく|不能|无法|没有|不了|無法|沒有/u;

const ASKS =
  /[?？؟]|\b(?:how|where|when|which|wie|wo|wann|welche[rs]?|c[oó]mo|d[oó]nde|cu[aá]ndo|comment|quand|onde|quando)\b|كيف|متى|أين|怎么|如何|哪里|教えて|ますか/iu;

// "no" is "in the" to a Brazilian.
export const isNegation = (word: string, language: string) =>
  NEGATIONS.has(word) && !(language === 'pt' && word === 'no');
export const denies = (text: string) => DENIES.test(text);
export const asks = (text: string) => ASKS.test(text);
