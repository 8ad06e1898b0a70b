import { describe, expect, test } from 'vitest';
import { type HintAbout, hintsOn } from '../../src/domain/hints.ts';
import { HOSTILE } from './hostile.ts';

const on = (symptoms: string) => hintsOn({ symptoms, extra: '', eta: '', etaBy: '' });

describe('advice is given on', () => {
  test.each<[string, HintAbout, string]>([
    ['Some users may see an error.', 'vague', 'Some users may'],
    ['A small number of customers cannot pay.', 'vague', 'A small number of customers'],
    ['Algunos usuarios podrían ver un error.', 'vague', 'Algunos usuarios podrían'],
    ['قد يواجه بعض العملاء خطأ.', 'vague', 'قد يواجه بعض العملاء'],
    ['This was human error.', 'blame', 'human error'],
    ['It was caused by our provider.', 'blame', 'caused by our provider'],
    ['Es culpa de la red.', 'blame', 'Es culpa de'],
    ['حدث خطأ بشري.', 'blame', 'خطأ بشري'],
    ['It will be fixed by noon.', 'promise', 'will be fixed by'],
    ['We guarantee that.', 'promise', 'We guarantee'],
    ['Se arreglará pronto.', 'promise', 'Se arreglará'],
    ['سيتم إصلاح المشكلة.', 'promise', 'سيتم إصلاح'],
    ['Back within 2 hours.', 'time', 'within 2 hours'],
    ['Donations work by 5 pm.', 'time', 'by 5 pm'],
    ['Funcionará dentro de unas horas.', 'time', 'dentro de unas horas'],
    ['ستعود الخدمة خلال ساعة.', 'time', 'خلال ساعة'],
  ])('%s', (text, about, words) => {
    expect(on(text)).toContainEqual({ field: 'symptoms', about, words });
  });

  test('an expected fix that nobody stands for', () => {
    const eta = hintsOn({ symptoms: '', extra: '', eta: '12:30', etaBy: ' ' });
    expect(eta).toEqual([{ field: 'eta', about: 'time', words: '12:30' }]);
  });

  test('the extra sentence too', () => {
    const hints = hintsOn({ symptoms: '', extra: 'We promise.', eta: '', etaBy: '' });
    expect(hints).toEqual([{ field: 'extra', about: 'promise', words: 'We promise' }]);
  });
});

describe('nothing is said against', () => {
  test.each([
    ['Donors press Give and see “Something went wrong”. Cards are not charged.'],
    ['A fix is live. Donations go through again; we are watching closely.'],
    ['Payments by card fail with error 502.'],
    ['Handsome users maybe.'],
    ['Las donaciones fallan con el error 502.'],
    ['يظهر خطأ عند الضغط على زر التبرع.'],
    [''],
  ])('%s', (text) => {
    expect(on(text)).toEqual([]);
  });

  test('an expected fix with its source', () => {
    expect(hintsOn({ symptoms: '', extra: '', eta: '12:30', etaBy: 'Sam Osei' })).toEqual([]);
  });
});

test(`${HOSTILE.length} hostile texts are read in no time`, () => {
  for (const { text } of HOSTILE) expect(on(text).length).toBeLessThanOrEqual(4);
});
