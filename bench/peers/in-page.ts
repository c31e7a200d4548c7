/** Runs on the account's page, so that its world can send messages as a content script does. */
export {};
