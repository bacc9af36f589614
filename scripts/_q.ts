import { auditWorkspace, defaultSettings, planMoveToEnv, scanDocument, isRefusal } from '../src/engine/index';
import { made } from './sample';
import { MemoryWorkspace } from '../test/support/memoryWorkspace';
void (async () => {
for (const n of [500, 2000]) {
  const text = Array.from({ length: n }, () => `f("${made('openai-project-key')}");`).join('\n');
  const ws = new MemoryWorkspace({ 'm.js': text });
  let t = performance.now(); await auditWorkspace(ws, { settings: defaultSettings, cancel: { cancelled: false } }); console.log(n, 'audit', (performance.now() - t).toFixed(0), 'ms');
  t = performance.now(); const p = await planMoveToEnv(ws, { path: 'm.js', text }, scanDocument({ path: 'm.js', text })); console.log(n, 'plan', (performance.now() - t).toFixed(0), 'ms', isRefusal(p) ? p.refused : p.stored.length);
}})();
