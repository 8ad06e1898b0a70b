import type { Handler } from './zafClient.ts';

/**
 * What the SDK replies to a hook: nothing for yes, else the first refusal. A handler refuses by *returning* false, text or an
 * Error, by throwing, or with a promise that *rejects*; whatever a promise resolves with is a yes.
 */
export async function answerHook(handlers: readonly Handler[]): Promise<{ error?: { msg?: unknown } }> {
  try {
    await Promise.all(
      handlers.map(async (handler) => {
        const returned = (handler as () => unknown)();
        if (returned instanceof Promise) return returned;
        if (returned === false || typeof returned === 'string' || returned instanceof Error) throw returned;
        return undefined;
      }),
    );
    return {};
  } catch (reason) {
    return { error: { msg: reason instanceof Error ? reason.message : reason } };
  }
}
