// Browsers load what they know of a language when it is first used, which takes them longer than all of our own words. Run
// while the app's files are still on their way, this costs the agent nothing; a wrong guess costs nothing but the guess.
const language = navigator.language;
new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format();
new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'short' }).format(1);
