import { Suspense } from 'react';
import { fluentPart } from '../components/fluentPart';
import { PageSkeleton } from '../components/PageSkeleton';
import { landingOf } from './destinations';
import { MatrixPage } from './pageChunks';
import { Redirect } from './Redirect';
import { usePath } from './routing';
import { useSession } from './SessionProvider';
import { useTeams } from './TeamsProvider';

const StageOnly = fluentPart(async () => (await import('./StageOnly')).StageOnly);
const NotForYou = fluentPart(async () => (await import('../features/assess/NotForYou')).NotForYou);
const OtherPages = fluentPart(async () => (await import('./OtherPages')).OtherPages);

const Landing = () => <Redirect to={landingOf(useSession(), useTeams().context)} />;
/** In a meeting everybody is led to the matrix, whether or not they may see it. */
const Matrix = () => (useSession().may.includes('seeMatrix') ? <MatrixPage /> : <NotForYou />);

/** The matrix comes without anything that it does not need itself; all other pages know each other's addresses. */
const Page = () => {
  const path = usePath();
  if (useTeams().context.place === 'meetingStage') return <StageOnly />;
  if (path === '/') return <Landing />;
  return path.startsWith('/matrix/') ? <Matrix /> : <OtherPages />;
};

export const Pages = () => (
  <Suspense fallback={<PageSkeleton />}>
    <Page />
  </Suspense>
);
