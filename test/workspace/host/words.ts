/** How Zendesk's interface calls what the API names otherwise. */
export const STATUS_WORDS: Record<string, string> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  hold: 'On-hold',
  solved: 'Solved',
  closed: 'Closed',
};

export const CHANNEL_WORDS: Record<string, string> = {
  email: 'Email',
  web: 'Web form',
  api: 'API',
  native_messaging: 'Messaging',
  whatsapp: 'WhatsApp',
  chat: 'Chat',
};

export const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
