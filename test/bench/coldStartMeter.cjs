/** Loaded before everything else into a process that is measured: says when asked what the processor has done so far. */
process.on('message', (message) => {
  if (message === 'usage') process.send(process.cpuUsage());
});
