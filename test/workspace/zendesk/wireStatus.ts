import type { CustomStatus } from '../world/account.ts';

const SINCE = '2024-02-01T08:00:00Z';

export function wireStatus(status: CustomStatus) {
  return {
    id: status.id,
    status_category: status.category,
    agent_label: status.agentLabel,
    raw_agent_label: status.agentLabel,
    end_user_label: status.endUserLabel,
    raw_end_user_label: status.endUserLabel,
    description: '',
    raw_description: '',
    end_user_description: '',
    raw_end_user_description: '',
    active: status.active,
    default: status.isDefault,
    created_at: SINCE,
    updated_at: SINCE,
  };
}
