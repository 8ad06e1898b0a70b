import type { PlaceApi } from './placeApi.ts';

/** Whose product may be looked at: the companies of the account. */
export const productPage: PlaceApi = {
  read: ({ organizations }) => [...organizations.values()].map(({ id, name }) => ({ id, name })),
  act() {
    throw new Error('Customers do nothing but read.');
  },
};
