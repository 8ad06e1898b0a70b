/** A group of agents. */
export interface Group {
  readonly id: number;
  readonly name: string;
}

/** Another agent, or oneself. */
export interface Colleague {
  readonly id: number;
  readonly name: string;
}

/** What telling everyone takes; each has words of its own. */
export type Right = 'edit tickets' | 'edit in bulk' | 'answer in public' | 'see all tickets';

/** A custom role, as far as Zendesk tells. */
export interface Role {
  readonly name: string;
  /** Rights that it is known to lack; what is not told counts as granted, and Zendesk has the last word. */
  readonly lacks: readonly Right[];
}

/** Why an agent may not tell everyone; known before anything is written. */
export type BroadcastRefusal =
  | { readonly because: 'light agent' | 'restricted agent' }
  | { readonly because: 'role'; readonly role: string; readonly lacks: Right }
  /**
   * The admin has named a group: this agent is not in it, or nobody can be because there is none of that name. `setting` where it
   * is another than that of telling everyone.
   */
  | {
      readonly because: 'not in group' | 'no such group';
      readonly group: string;
      readonly setting?: 'declare_group' | 'resolve_group' | 'review_group' | undefined;
    }
  /** Zendesk itself refused to have many tickets read or written by this agent; what was sent before stays sent. */
  | { readonly because: 'zendesk'; readonly detail?: string | undefined };

/** Why this agent's rights do not do, whatever the admin has set. */
export function refusalByRights(
  agent: { readonly isLight: boolean; readonly isRestricted: boolean },
  role: Role | undefined,
): BroadcastRefusal | undefined {
  if (agent.isLight) return { because: 'light agent' };
  if (agent.isRestricted) return { because: 'restricted agent' };
  const [lacks] = role?.lacks ?? [];
  return role && lacks && { because: 'role', role: role.name, lacks };
}

// One customer can be told by whoever may answer them, in whatever group they are.
const TAKES_TO_TELL_ONE: readonly Right[] = ['edit tickets', 'answer in public'];

/** Why this agent's rights do not do for telling a single customer. */
export function refusalForOne(
  { isLight }: { readonly isLight: boolean },
  role: Role | undefined,
): BroadcastRefusal | undefined {
  const lacks = role?.lacks.filter((right) => TAKES_TO_TELL_ONE.includes(right)) ?? [];
  return refusalByRights({ isLight, isRestricted: false }, role && { ...role, lacks });
}

/** The group that an admin means by its name, in whatever case, or by its id. */
export function findGroup(wanted: string, groups: readonly Group[]): Group | undefined {
  const plain = (text: string) => text.trim().toLowerCase();
  return (
    groups.find(({ name }) => plain(name) === plain(wanted)) ??
    groups.find(({ id }) => String(id) === wanted.trim())
  );
}
