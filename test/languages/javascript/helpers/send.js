const { createHash } = require('node:crypto');

/** Prints a hash of what a program would send to the provider. */
exports.send = (text) => {
  if (!text) throw new Error('nothing to send');
  console.log(createHash('sha256').update(text).digest('hex'));
};
