/** Prints what a command is for and ends the process, where somebody asks for it. */
export function helpIfAsked(text) {
  if (!process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) return;
  console.log(text);
  process.exit(0);
}
