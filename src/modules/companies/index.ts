export { branchNames } from './core/branches.ts'
export { branches, companySizes, type Company, type CompanySize, type MetCompany } from './core/company.ts'
export { organisationNumberIn, type OrganisationNumber } from './core/organisation-number.ts'
export { companyWith, meetCompany } from './store.ts'
