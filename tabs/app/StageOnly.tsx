import { Route, Switch, useParams } from 'wouter';
import { StagePage } from '../features/assess/StagePage';
import { PageHeading } from '../components/PageHeading';
import { matrixPeriodIn } from './destinations';
import { Redirect } from './Redirect';
import { useSession } from './SessionProvider';
import { periodFromPath, stagePath } from './subPage';
import { useTeams } from './TeamsProvider';

const NothingToShow = () => (
  <>
    <PageHeading title="There is nothing to show here" />
    <p>Assured shows the matrix on a meeting’s stage, and this trust has none yet.</p>
  </>
);

/** The period that an address names, else the one with which the meeting begins. */
const ToStage = () => {
  const params = useParams();
  const own = matrixPeriodIn(useSession(), useTeams().context);
  const period = periodFromPath(params['year'], params['period']) ?? own;
  return period ? <Redirect to={stagePath(period)} /> : <NothingToShow />;
};

/** A stage shows nothing but what is meant for everybody in the meeting, whatever address Teams opens there. */
export const StageOnly = () => (
  <Switch>
    <Route path="/stage/:year/:period" component={StagePage} />
    <Route path="/matrix/:year/:period/*?" component={ToStage} />
    <Route component={ToStage} />
  </Switch>
);
