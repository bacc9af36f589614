// Stands in for `node:assert/strict` where the tests run in a browser.
import assert from 'assert';

// biome-ignore lint/style/noDefaultExport: as in the module it stands in for
export default assert.strict;
