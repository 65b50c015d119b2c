// What npm is told it tells the shell between it and us, which ends and tells nobody: that it is gone we take for the signal.
// (`exec` before the command would spare that shell, and is unknown to Windows.)
if (process.env.npm_lifecycle_event !== undefined) {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}
