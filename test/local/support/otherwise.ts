import type { Unsettled } from '../../../local/graph/unsettled';

/** Every open question answered in the other way than `likeliest` does; what may be made by whom stays. */
export const otherwise = {
  requiredRefused: true,
  valueRefusal: 'Another text',
  notIndexedCode: 'notSupported',
  sortToken: 'opaque',
  tiesDescending: true,
  tagHeader: 'absent',
  mismatchInner: 'entityTagDoesNotMatch',
  deltaFields: 'never',
  deltaPage: 3,
  deltaRepeats: true,
  resyncCode: 'resyncChangesUploadDifferences',
  namesCut: true,
  leadingDigitEscaped: false,
  booleanLiterals: 'words',
  versioning: false,
  listsPage: 2,
  bareOptionsRefused: true,
  writeProvisions: false,
  secondInstall: 400,
  throttleCode: 'TooManyRequests',
  localizedErrors: true,
} as const satisfies Unsettled;
