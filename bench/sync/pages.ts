/** Pages of the sample CRM, which the extension may read without being asked. */
export const SAMPLE_PAGES = 'http://sample-crm.localhost/*';
