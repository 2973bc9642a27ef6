'use strict';
// Loaded with --require into programs that know nothing of us: their channel to the parent closes
// however the parent ends, and then they end too.
process.on('disconnect', () => {
  setTimeout(() => process.exit(1), 3000).unref();
  process.kill(process.pid, 'SIGTERM');
});
// The channel alone must not keep a program running that has finished.
if (process.channel) process.channel.unref();
