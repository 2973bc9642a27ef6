import { lazy, Suspense, useLayoutEffect, type ComponentType } from 'react';
import { Route, Switch } from 'wouter';
import { PageSkeleton } from '../components/PageSkeleton';
import { landingOf } from './destinations';
import { NotHere } from './NotHere';
import { goTo } from './routing';
import { useSession } from './SessionProvider';
import { matrixPath, reviewsPath } from './subPage';
import { useTeams } from './TeamsProvider';

const page = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

const MatrixPage = page(async () => (await import('../features/assess/MatrixPage')).MatrixPage);
const WorkPage = page(async () => (await import('../features/work/WorkPage')).WorkPage);
const ReviewsPage = page(async () => (await import('../features/review/ReviewsPage')).ReviewsPage);
const ReviewPage = page(async () => (await import('../features/review/ReviewPage')).ReviewPage);
const CategoriesPage = page(async () => (await import('../features/categorise/CategoriesPage')).CategoriesPage);
const ProposePage = page(async () => (await import('../features/categorise/ProposePage')).ProposePage);
const ChangePage = page(async () => (await import('../features/categorise/ChangePage')).ChangePage);
const SupportPage = page(async () => (await import('../features/support/SupportPage')).SupportPage);
const AcademyPage = page(async () => (await import('../features/academy/AcademyPage')).AcademyPage);
const AdministrationPage = page(
  async () => (await import('../features/administer/AdministrationPage')).AdministrationPage,
);
const ModelChangePage = page(async () => (await import('../features/administer/ModelChangePage')).ModelChangePage);
const HandEditPage = page(async () => (await import('../features/administer/HandEditPage')).HandEditPage);

const Redirect = ({ to }: { to: string }) => {
  useLayoutEffect(() => {
    goTo(to, { replace: true, beginning: true });
  }, [to]);
  return null;
};

const Landing = () => <Redirect to={landingOf(useSession(), useTeams().context)} />;
/** A trust whose framework judges nothing has no matrix and no reviews: its own work takes their place. */
const CurrentMatrix = () => {
  const { matrixPeriod } = useSession();
  return <Redirect to={matrixPeriod ? matrixPath(matrixPeriod) : '/work'} />;
};
const CurrentReviews = () => {
  const { currentPeriod } = useSession();
  return <Redirect to={currentPeriod ? reviewsPath(currentPeriod) : '/work'} />;
};

/** Every address of the tab: a deep link's sub-page with a slash before it. Each page is fetched when it is needed. */
export const Pages = () => (
  <Suspense fallback={<PageSkeleton />}>
    <Switch>
      <Route path="/" component={Landing} />
      <Route path="/work" component={WorkPage} />
      <Route path="/matrix" component={CurrentMatrix} />
      <Route path="/matrix/:year/:period/:urn?/:area?" component={MatrixPage} />
      <Route path="/reviews" component={CurrentReviews} />
      <Route path="/reviews/:year/:period" component={ReviewsPage} />
      <Route path="/reviews/:year/:period/:urn/:area?" component={ReviewPage} />
      <Route path="/categories" component={CategoriesPage} />
      <Route path="/categories/propose/:urn" component={ProposePage} />
      <Route path="/categories/:id" component={ChangePage} />
      <Route path="/academies/:urn/support/:year" component={SupportPage} />
      <Route path="/academies/:urn" component={AcademyPage} />
      <Route path="/administration" component={AdministrationPage} />
      <Route path="/administration/models/:year/:code/:version" component={ModelChangePage} />
      <Route path="/administration/hand-edits/:list/:item" component={HandEditPage} />
      <Route component={NotHere} />
    </Switch>
  </Suspense>
);
