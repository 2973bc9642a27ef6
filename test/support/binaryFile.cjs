/** A file imported as bytes, as the bundler does it. */
const { readFileSync } = require('node:fs');

module.exports = {
  process: (_text, path) => ({
    code: `exports.__esModule = true; exports.default = Uint8Array.from(Buffer.from('${readFileSync(path).toString('base64')}', 'base64'));`,
  }),
  getCacheKey: (_text, path) => `binary-${path}`,
};
