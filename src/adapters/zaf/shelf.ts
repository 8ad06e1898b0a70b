import * as v from 'valibot';

/** Values by id, in a storage that is first touched when it is needed; what is there in another shape counts as nothing. */
export function createShelf<Schema extends v.GenericSchema>(
  storage: () => Storage,
  name: string,
  schema: Schema,
) {
  const kept = new Map<string, string>();
  const keyOf = (id: number) => `allclear.${name}.${id}`;
  return {
    get(id: number): v.InferOutput<Schema> | undefined {
      const text = kept.get(keyOf(id)) ?? attempt(() => storage().getItem(keyOf(id)));
      const json = text ? attempt(() => JSON.parse(text) as unknown) : undefined;
      const read = v.safeParse(schema, json);
      return read.success ? read.output : undefined;
    },
    keep(id: number, value: object) {
      const text = JSON.stringify(value);
      kept.set(keyOf(id), text);
      attempt(() => storage().setItem(keyOf(id), text));
    },
    drop(id: number) {
      kept.delete(keyOf(id));
      attempt(() => storage().removeItem(keyOf(id)));
    },
  };
}

// A browser that blocks third-party storage throws at every touch; memory serves then.
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
