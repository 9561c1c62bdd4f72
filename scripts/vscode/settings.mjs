import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** User settings of a VS Code that is there for Fanben alone: nothing else talks, asks or looks for the network. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * @param {string} userDataDir as given to VS Code
 * @param {Record<string, unknown>} [more]
 */
export function writeSettings(userDataDir, more) {
  mkdirSync(join(userDataDir, 'User'), { recursive: true });
  writeFileSync(join(userDataDir, 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...more }, null, 2));
}
