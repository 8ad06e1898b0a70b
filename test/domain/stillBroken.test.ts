import { describe, expect, test } from 'vitest';
import { soundsStillBroken } from '../../src/domain/stillBroken.ts';

describe('sounds as if it were still broken', () => {
  test.each([
    'It is still broken for us.',
    'Hi, we still get error 502 when we press Give.',
    'Still not working here.',
    'Sorry but this isn’t fixed.',
    'The problem persists.',
    'Same error again.',
    'It doesn’t work.',
    'It’s not working anymore.',
    'Thanks for the quick help!\nUnfortunately I still can’t donate.',
    'It worked for an hour, and now it is down again.',
    'Why is it still failing?',
    'No change on our side.',
    'It keeps crashing.',
    'It is still down. If it is fixed tomorrow, tell me.',
    'Sigue sin funcionar.',
    'Todavía da error al pagar.',
    'El mismo error otra vez.',
    'Es geht immer noch nicht.',
    'Der Fehler ist nicht behoben.',
    'Funktioniert leider weiterhin nicht',
    'Toujours la même erreur.',
    'Ça ne marche toujours pas.',
    'Ainda não funciona.',
    'Continua com erro.',
    'Non funziona ancora.',
    'Het werkt nog steeds niet.',
    'لا يزال لا يعمل.',
    'ما زالت المشكلة موجودة',
    'نفس الخطأ مرة أخرى',
    'لم يتم حل المشكلة',
  ])('%s', (text) => {
    expect(soundsStillBroken(text)).toBe(true);
  });
});

describe('does not', () => {
  test.each([
    '',
    'Thank you!',
    'Thanks, it works again.',
    'It is not broken any more.',
    'No longer broken, thank you.',
    'We are not seeing any errors any more.',
    'It doesn’t fail any more.',
    'No more problems here.',
    'Everything is still working fine.',
    'No problem, thanks for telling us.',
    'If it is still broken tomorrow, I’ll write again.',
    'Is it still broken for others?',
    'All good now.\n\nOn Mon, 23 Nov 2026 at 11:08, Harbor Gifts wrote:\n> the form is still not working',
    'Great!\n> We are sorry that it is still down.',
    'Could you send me a receipt for yesterday?',
    'Ya no da error, gracias.',
    'Ya funciona, sin problemas.',
    'Vuelve a funcionar.',
    'Es ist nicht mehr kaputt.',
    'Funktioniert wieder, danke!',
    'Kein Problem mehr.',
    'Ça fonctionne à nouveau.',
    'Il n’y a plus d’erreur.',
    'Voltou a funcionar, obrigado.',
    'Funziona di nuovo, grazie.',
    'Het werkt weer.',
    'لم تعد المشكلة موجودة، شكرا',
    'عاد يعمل، شكراً لكم',
    'هل ما زالت المشكلة موجودة؟',
  ])('%s', (text) => {
    expect(soundsStillBroken(text)).toBe(false);
  });
});
