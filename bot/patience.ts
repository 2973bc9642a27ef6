/**
 * What comes of it within so many milliseconds, or `slow`: then it goes on, and should it fail nobody hears of it here.
 */
export const inTime = async <T>(work: Promise<T>, milliseconds: number): Promise<T | 'slow'> => {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<'slow'>((resolve) => {
    timer = setTimeout(() => resolve('slow'), milliseconds);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, passed]);
  } finally {
    clearTimeout(timer);
  }
};
