/** KPI, then values with the level that the source gives them; at a shared edge or overlap the cautious one. */
export const edges: [string, string, [number, string][]][] = [
  [
    'behaviour',
    'seriousIncidentRate',
    [
      [0, 'A'],
      [299.9, 'A'],
      [300, 'P'],
      [500, 'P'],
      [500.1, 'I'],
      [900, 'I'],
    ],
  ],
  [
    'behaviour',
    'rpiRate',
    [
      [199.9, 'A'],
      [200, 'P'],
      [300, 'P'],
      [300.1, 'I'],
    ],
  ],
  [
    'attendance',
    'attendanceRate',
    [
      [100, 'A'],
      [70.1, 'A'],
      [70, 'P'],
      [50, 'P'],
      [49.9, 'I'],
      [0, 'I'],
    ],
  ],
  [
    'attendance',
    'valueAdded',
    [
      [30, 'A'],
      [10.1, 'A'],
      [10, 'P'],
      [0, 'P'],
      [-0.1, 'I'],
      [-20, 'I'],
    ],
  ],
  [
    'persistentAbsence',
    'persistentAbsenceRate',
    [
      [74.4, 'A'],
      [74.5, 'P'],
      [90, 'P'],
      [90.1, 'I'],
    ],
  ],
  [
    'persistentAbsence',
    'severeAbsenceRate',
    [
      [26.9, 'A'],
      [27, 'P'],
      [27.9, 'P'],
      [28, 'P'],
      [40, 'P'],
      [40.1, 'I'],
    ],
  ],
  [
    'suspensions',
    'suspensionRate',
    [
      [49.9, 'A'],
      [50, 'P'],
      [129, 'P'],
      [129.1, 'I'],
      [250, 'I'],
    ],
  ],
  [
    'suspensions',
    'repeatedSuspensionRate',
    [
      [0, 'A'],
      [9.9, 'A'],
      [10, 'P'],
      [25, 'P'],
      [25.1, 'I'],
    ],
  ],
  [
    'partialTimetables',
    'partialTimetableRate',
    [
      [0, 'A'],
      [9.9, 'A'],
      [10, 'P'],
      [20, 'P'],
      [20.1, 'I'],
    ],
  ],
  [
    'progressReading',
    'readingOnTrack',
    [
      [100, 'A'],
      [50.1, 'A'],
      [50, 'P'],
      [35, 'P'],
      [34.9, 'I'],
    ],
  ],
  [
    'progressWriting',
    'writingOnTrack',
    [
      [50.1, 'A'],
      [50, 'P'],
      [35, 'P'],
      [34.9, 'I'],
    ],
  ],
  [
    'mathematics',
    'mathematicsOnTrack',
    [
      [50.1, 'A'],
      [50, 'P'],
      [35, 'P'],
      [34.9, 'I'],
    ],
  ],
];
