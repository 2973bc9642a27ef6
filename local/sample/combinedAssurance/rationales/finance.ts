import type { Phrases } from './phrases';

export const financePhrases: Phrases = {
  financialPlanning: {
    A: [
      'The three-year budget balances and its assumptions are written down.',
      'The budget was set on time, and staffing follows the agreed curriculum plan.',
      'Income and pupil numbers are planned cautiously; the reserve stays within the policy.',
    ],
    P: [
      'The budget balances this year; years two and three still rest on untested pupil numbers.',
      'Staffing costs were planned before the curriculum plan was agreed; a revision is due by half term.',
      'The plan is sound but leaves little room; savings options go to the next budget meeting.',
    ],
    I: [
      'The budget shows a deficit in year two and there is no agreed plan to close it.',
      'Planned income cannot be traced to pupil numbers; the budget must be built again.',
    ],
  },
  financialMonitoring: {
    A: [
      'Budget holders meet monthly and explain every variance above the limit.',
      'Monthly reports are on time, and forecasts have been close to the outcome.',
      'The head teacher and business manager know the position and act on it early.',
    ],
    P: [
      'Reports are on time, but several budget holders do not yet explain their variances.',
      'The forecast moved twice this term; monthly calls now look at supply costs first.',
      'Monitoring is regular in the office; department leads are being trained to own their lines.',
    ],
    I: [
      'No budget holder could explain the overspend; weekly catch-ups with the finance lead begin now.',
      'Two monthly returns were missed, so the year-end forecast cannot be relied on.',
    ],
  },
  financialControls: {
    A: [
      'Orders, invoices and bank reconciliations were sampled without a finding.',
      'Duties are separated and approval limits are kept, as internal audit confirmed.',
      'Purchase orders come before invoices, and reconciliations are signed each month.',
    ],
    P: [
      'A few orders were raised after the invoice; the office has had a refresher.',
      'Reconciliations are complete but late; a second signatory has been named.',
      'Accruals were left out at month end; training on them is booked.',
    ],
    I: [
      'Invoices were paid without an order or a second approval; spending limits are tightened.',
      'Bank reconciliations are three months behind; the central team has stepped in.',
    ],
  },
  valueForMoney: {
    A: [
      'Three quotes are on file for every larger purchase, and benchmarks are favourable.',
      'Joint contracts across the Trust have lowered costs without a loss of quality.',
      'Spending per pupil compares well, and contracts are reviewed before they renew.',
    ],
    P: [
      'Two contracts renewed without a comparison; both go to the market before next year.',
      'Agency costs are above the benchmark; a permanent appointment should bring them down.',
      'Benchmarking has begun, but its findings do not yet guide what is bought.',
    ],
    I: [
      'Costs are well above those of similar schools and nobody has looked into why.',
      'Large purchases were made without quotes; the central team now approves them.',
    ],
  },
  payroll: {
    A: [
      'Payroll is reconciled to the staffing list every month, without differences.',
      'Starters, leavers and changes were sampled and all were paid correctly.',
      'Controls work: two people check the monthly report before it is released.',
    ],
    P: [
      'Reconciliations are done, but changes to hours reach payroll late.',
      'One overpayment was found and recovered; leavers are now checked weekly.',
      'The monthly check relies on a single person; a deputy is being trained.',
    ],
    I: [
      'Payroll has not been reconciled to the staffing list for a term.',
      'Several people were paid wrongly and the cause is not yet known.',
    ],
  },
  assetsStrategy: {
    A: [
      'The condition survey is current and its urgent items are done or funded.',
      'The premises plan is costed for five years and is on schedule.',
      'Buildings are in good order; planned maintenance is ahead of reactive repairs.',
    ],
    P: [
      'The heating is near the end of its life; a bid for its replacement is in.',
      'The condition survey is due again, and two roofs are being watched until then.',
      'Repairs are prompt, but the five-year plan has no funding beyond next year.',
    ],
    I: [
      'Parts of the building are out of use and there is no plan to bring them back.',
      'There is no current condition survey, so risks in the building are not known.',
    ],
  },
  healthAndSafety: {
    A: [
      'The audit found no urgent action; drills, risk assessments and logs are current.',
      'Accidents are few, well recorded and followed up; staff training is up to date.',
      'Risk assessments are reviewed on time and staff know where to find them.',
    ],
    P: [
      'Risk assessments for two practical rooms are overdue and will be done by half term.',
      'Fire drills are held, but the log is incomplete; a weekly check has started.',
      'Most audit actions are closed; the remaining three have owners and dates.',
    ],
    I: [
      'The audit found urgent actions on fire safety that have not been carried out.',
      'Risk assessments are missing for whole areas; support from the central team starts this week.',
    ],
  },
  estatesCompliance: {
    A: [
      'Every statutory check is in date, with its certificate on file.',
      'Water, gas, electrical and asbestos records were sampled and are complete.',
      'The compliance calendar is kept, and contractors report within the agreed time.',
    ],
    P: [
      'Two certificates are with the contractor; the checks themselves were done on time.',
      'The asbestos register needs its yearly review; a surveyor is booked.',
      'Checks are in date, but follow-up work from the electrical test is still open.',
    ],
    I: [
      'Statutory checks on water and gas have lapsed; contractors are on site this week.',
      'There is no compliance calendar and certificates cannot be found.',
    ],
  },
  cateringAndCleaning: {
    A: [
      'Meal uptake is good, the hygiene rating is the highest and cleaning checks pass.',
      'Pupils and staff rate the meals well; the contractor meets every standard.',
      'Monthly walks with the contractor find little, and what they find is put right.',
    ],
    P: [
      'Cleaning standards slipped while a post was vacant; cover is now in place.',
      'Meal uptake is falling; a new menu is being tried with the pupil council.',
      'The contractor misses some standards and has agreed to a plan for the term.',
    ],
    I: [
      'The hygiene inspection required improvement and the contractor has not responded.',
      'Cleaning falls short in most rooms; formal notice was given to the contractor.',
    ],
  },
};
