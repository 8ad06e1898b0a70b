// A list given by us takes the place of Playwright's own; these are of it, and all that matters to a page on loopback.
const AS_PLAYWRIGHT_HAS_IT = [
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

// What drops down from the address bar is a page of its own, loaded for every window: two seconds of a core, for nobody.
const ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** How stories and benches start Chromium, beyond what Playwright asks of it. Nothing outside this machine is contacted. */
export const CHROMIUM_ARGS: readonly string[] = [
  `--disable-features=${[...AS_PLAYWRIGHT_HAS_IT, ...ADDRESS_BAR].join(',')}`,
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
