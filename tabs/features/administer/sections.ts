/** The parts of administration, each at its own address. */
export const sections = [
  {
    path: '/administration/academies',
    title: 'Academies',
    about: 'The trust’s academies: add one, change what is said of it, or enter when it left.',
  },
  {
    path: '/administration/people',
    title: 'People and roles',
    about: 'Who may use Assured and for which academies or functions; handing over when somebody leaves.',
  },
  {
    path: '/administration/calendar',
    title: 'Calendar',
    about: 'The dates of terms, half-term holidays and closed days, which due dates and planned support follow.',
  },
  {
    path: '/administration/opening',
    title: 'Open a period',
    about: 'Open the records of a period for many academies at once.',
  },
  {
    path: '/administration/models',
    title: 'The trust’s model',
    about: 'Which version of the improvement model each year uses.',
  },
  {
    path: '/administration/messages',
    title: 'Messages in chat',
    about: 'Messages that did not arrive, and when people are written to.',
  },
  {
    path: '/administration/hand-edits',
    title: 'Changed outside Assured',
    about: 'Items of the SharePoint lists that somebody changed by hand.',
  },
] as const;
export type SectionPath = (typeof sections)[number]['path'];
