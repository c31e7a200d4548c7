/** A worker that does nothing but give back what it is sent: what a message costs by itself. */
chrome.runtime.onMessage.addListener((message, _, respond) => respond(message));
