import type { UserManifest } from 'wxt';
import { hostPatterns } from '../crm/hosts.ts';
import { crms } from '../crm/list.ts';

/** Fixes the extension id of unpacked Chromium builds (`jlkfikejnfcjcjdgjcefgonnppgfghlp`): policies and storage name it. */
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAptTkSqp48BwNEWH/WzsAUDCHhOvwEALwm1FaTkHLhwq5wqf2qhuKI9UMWQuZCsqE5JxWsGkwkgk7M0gP99Bt9BmLBQAzak9t0m3m4qy7fDBB6ULOBftTwH2VnA3L0TpJL6XQpVu/GZ8e0nX9qghbkx0Mlv5njblLcxgPpDZXroDoJ7hRLEJhSsNqOKDADtbgcpNGy3ZjHB7fH/h5YghOBymI32/Za1EnOBOyuDuPDQCgKXNbdVJGjHBo8qP5BTCnunTJ6KEnS/jieUJcWy/ImE54ihO0/MNvzfOxzVkAdOlaSAKMhGFMnnlHywXYrHygUcwGMZcUNChaUKPzZ8xOfQIDAQAB';

/** Always granted: the sample CRM answers on loopback only. */
const SAMPLE_CRM = 'samplecrm';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  "base-uri 'none'",
  "form-action 'none'",
  // The card is framed by CRM pages (https, or the sample CRM); it shows nothing without a ticket of the worker.
  "frame-ancestors 'self' https: http://sample-crm.localhost:*",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * The manifest of one build.
 * @param browser 'firefox', or any Chromium browser
 * @param requiredCrms adapter ids whose hosts are granted at installation (managed roll-outs)
 */
export function extensionManifest(browser: string, requiredCrms: readonly string[]): UserManifest {
  const firefox = browser === 'firefox';
  const required = hostsOf((id) => id === SAMPLE_CRM || requiredCrms.includes(id));
  const optional = hostsOf((id) => id !== SAMPLE_CRM && !requiredCrms.includes(id));
  return {
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'scripting', ...(firefox ? [] : ['sidePanel' as const])],
    host_permissions: required,
    // `https://*/*` is asked for one origin at a time, when a self-hosted CRM is added.
    optional_host_permissions: [...optional, 'https://*/*'],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    web_accessible_resources: [
      {
        resources: ['card.html'],
        matches: [...required, 'https://*/*'],
        ...(firefox ? {} : { use_dynamic_url: true }),
      },
    ],
    commands: {
      'open-panel': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandOpenPanel__' },
      // Not Alt+Shift+X: that is Chromium's own (next tab group), and it would leave the command without a key.
      discreet: { suggested_key: { default: 'Alt+Shift+D' }, description: '__MSG_commandDiscreet__' },
    },
    ...(firefox ? firefoxOnly : chromiumOnly),
  };
}

function hostsOf(wanted: (adapterId: string) => boolean): string[] {
  const chosen = crms.filter(({ id }) => wanted(id));
  return [...new Set(chosen.flatMap((crm) => hostPatterns(crm, true)))];
}

const chromiumOnly: UserManifest = {
  key: PUBLIC_KEY,
  minimum_chrome_version: '130',
  externally_connectable: { ids: [] },
  storage: { managed_schema: 'managed-schema.json' },
};

const firefoxOnly: UserManifest = {
  browser_specific_settings: {
    gecko: {
      id: 'tierlens@tierlens.example',
      strict_min_version: '140.0',
      // To the company's own API only: the access token, and ids of records during the first sync.
      data_collection_permissions: { required: ['authenticationInfo', 'websiteContent'] },
    },
  },
};
