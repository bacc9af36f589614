// Stands in for `node:assert/strict` where the tests run in a browser.
import assert from 'assert';

export default assert.strict;
