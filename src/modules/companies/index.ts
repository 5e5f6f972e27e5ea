export { branches, companySizes, type Company, type CompanySize, type MetCompany } from './core/company.ts'
export { organisationNumberIn, type OrganisationNumber } from './core/organisation-number.ts'
export { branchesInWords, sizesInWords } from './pages/texts.ts'
export { companyWith, meetCompany } from './store.ts'
