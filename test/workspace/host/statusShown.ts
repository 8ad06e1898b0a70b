/** What the status page shows. */
export interface ShownStatus {
  name: string;
  isDown: boolean;
  subscribers: number;
  components: readonly { id: string; name: string; state: string }[];
  /** The newest first. */
  incidents: readonly {
    id: string;
    name: string;
    state: string;
    impact: string;
    components: readonly string[];
    /** The newest first. */
    updates: readonly { id: string; state: string; body: string; at: number; mailed: number }[];
  }[];
}

export interface StatusAction {
  do: 'take down' | 'bring back';
}
