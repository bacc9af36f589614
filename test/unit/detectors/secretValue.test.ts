import assert from 'node:assert/strict';
import { isShowableName } from '../../../src/engine/detectors/secretValue';

describe('names that may be shown', () => {
  for (const name of ['OPENAI_API_KEY', 'AUTH0_CLIENT_SECRET_2', 'apiKey', 'X509_CERTIFICATE_PASSWORD'])
    it(name, () => assert.equal(isShowableName(name), true));

  for (const [what, name] of [
    ['an id of AWS', `AK${'IA'}2OGYBAH6QLT7NXWE`],
    ['one behind a word', `OLD_AK${'IA'}2OGYBAH6QLT7NXWE`],
    ['capitals without end', 'QWERTZUIOPASDFGHJKLYXCVBNMQW'],
    ['both cases and digits', 'Zk9vQ2mXw7Lr'],
    ['a text', 'a'.repeat(65)],
  ] as const)
    it(`not ${what}`, () => assert.equal(isShowableName(name), false));
});
