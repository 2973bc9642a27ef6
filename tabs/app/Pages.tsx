import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { AcademyPage } from '../features/academy/AcademyPage';
import { AdministrationPage } from '../features/administer/AdministrationPage';
import { HandEditPage } from '../features/administer/HandEditPage';
import { ModelChangePage } from '../features/administer/ModelChangePage';
import { MatrixPage } from '../features/assess/MatrixPage';
import { CategoriesPage } from '../features/categorise/CategoriesPage';
import { ChangePage } from '../features/categorise/ChangePage';
import { ProposePage } from '../features/categorise/ProposePage';
import { ReviewPage } from '../features/review/ReviewPage';
import { ReviewsPage } from '../features/review/ReviewsPage';
import { SupportPage } from '../features/support/SupportPage';
import { WorkPage } from '../features/work/WorkPage';
import { beginning } from '../components/PageHeading';
import { landingOf } from './destinations';
import { NotHere } from './NotHere';
import { Shell } from './Shell';
import { matrixPath, reviewsPath } from './subPage';
import { useSession } from './SessionProvider';
import { useTeams } from './TeamsProvider';

const Landing = () => <Navigate replace state={beginning} to={landingOf(useSession(), useTeams().context)} />;
/** A trust whose framework judges nothing has no matrix and no reviews: its own work takes their place. */
const CurrentMatrix = () => {
  const { matrixPeriod } = useSession();
  return <Navigate replace to={matrixPeriod ? matrixPath(matrixPeriod) : '/work'} />;
};
const CurrentReviews = () => {
  const { currentPeriod } = useSession();
  return <Navigate replace to={currentPeriod ? reviewsPath(currentPeriod) : '/work'} />;
};

/** Every address of the tab: a deep link's sub-page with a slash before it. */
export const Pages = () => (
  <BrowserRouter>
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<Landing />} />
        <Route path="work" element={<WorkPage />} />
        <Route path="matrix" element={<CurrentMatrix />} />
        <Route path="matrix/:year/:period/:urn?/:area?" element={<MatrixPage />} />
        <Route path="reviews" element={<CurrentReviews />} />
        <Route path="reviews/:year/:period" element={<ReviewsPage />} />
        <Route path="reviews/:year/:period/:urn/:area?" element={<ReviewPage />} />
        <Route path="categories" element={<CategoriesPage />} />
        <Route path="categories/propose/:urn" element={<ProposePage />} />
        <Route path="categories/:id" element={<ChangePage />} />
        <Route path="academies/:urn/support/:year" element={<SupportPage />} />
        <Route path="academies/:urn" element={<AcademyPage />} />
        <Route path="administration" element={<AdministrationPage />} />
        <Route path="administration/models/:year/:code/:version" element={<ModelChangePage />} />
        <Route path="administration/hand-edits/:list/:item" element={<HandEditPage />} />
        <Route path="*" element={<NotHere />} />
      </Route>
    </Routes>
  </BrowserRouter>
);
