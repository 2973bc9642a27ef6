export interface Command {
  /** What somebody writes; Teams puts it into the message when it is chosen (at most 32 characters). */
  readonly title: string;
  /** At most 128 characters. */
  readonly description: string;
}

/** What the bot understands, for its help and for `commandLists` in the app's manifest: said in one place. */
export const commands: readonly Command[] = [
  { title: 'my work', description: 'What is waiting for you' },
  { title: 'approvals', description: 'What is waiting for a decision: with whom, and since when' },
  { title: 'status', description: 'How your academies stand; add a name for one academy' },
  { title: 'review', description: 'The review of an academy: add its name' },
  { title: 'matrix', description: 'The levels of the latest period in short' },
  { title: 'help', description: 'What you can ask here' },
];
