import * as v from 'valibot';
import type { GuideSettings } from '../../domain/guideSettings.ts';
import type { InAppGuide } from '../../ports/guide.ts';
import { type Clock, ServiceError } from '../../ports.ts';
import { readFrom } from '../read.ts';
import type { ZafClient, ZafRequest } from '../zaf/client.ts';
import { send } from '../zaf/send.ts';
import { createArticle } from './article.ts';

const SERVICE = 'Pendo';
// The interface's words. Pendo's collection does not list how its API spells them, so what it says afterwards counts:
// https://support.pendo.io/hc/en-us/articles/360031864612
const SHOWN = 'public';
const HIDDEN = 'disabled';

/** One guide at Pendo, by a key that only Zendesk's proxy knows, and the article that it reads. https://engageapi.pendo.io */
export function createPendo(
  client: ZafClient,
  clock: Clock,
  { host, guide, segment, article }: Extract<GuideSettings, { by: 'guide' }>,
): InAppGuide {
  const ask = (path: string, request: Partial<ZafRequest> = {}) =>
    send(client, clock, SERVICE, {
      url: `https://${host}/api/v1/${path}`,
      headers: { 'x-pendo-integration-key': '{{setting.pendo_key}}' },
      secure: true,
      ...request,
    });
  const put = (what: string, body: object) =>
    ask(`guide/${encodeURIComponent(guide)}/${what}`, {
      type: 'PUT',
      contentType: 'application/json',
      data: JSON.stringify(body),
    });

  async function find() {
    const { body } = await ask(`guide?id=${encodeURIComponent(guide)}`);
    const found = readFrom(SERVICE, v.array(WireGuide), body, 'guide').find(({ id }) => id === guide);
    if (!found) throw new ServiceError(SERVICE, 'missing', { isRead: true });
    return found;
  }
  async function lookAtSegment(id: string) {
    try {
      const { body } = await ask(`segment/${encodeURIComponent(id)}`);
      return { name: readFrom(SERVICE, WireSegment, body, 'segment').name };
    } catch (error) {
      // Which of the two it says of one that is not there is on no page.
      const isMissing =
        error instanceof ServiceError && (error.trouble === 'missing' || error.trouble === 'refused');
      if (isMissing) return 'missing';
      throw error;
    }
  }

  return {
    ...createArticle(client, clock, article),
    async state() {
      const { state } = await find();
      return { isShown: state.toLowerCase() === SHOWN, word: state };
    },
    async aim() {
      if (segment) await put('segment', { segmentId: segment });
    },
    async show(isShown) {
      await put('state', { state: isShown ? SHOWN : HIDDEN });
    },
    async check() {
      const { name = guide, state } = await find();
      return { name, word: state, ...(segment && { segment: await lookAtSegment(segment) }) };
    },
  };
}

const WireGuide = v.object({ id: v.string(), name: v.optional(v.string()), state: v.string() });
const WireSegment = v.object({ name: v.string() });
