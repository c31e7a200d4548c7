/**
 * Stands in for the class of this name that WXT hands to content scripts (the build swaps the module). WXT's
 * weighs a kilobyte and stops a script on an event that any script of the page can send; ours takes its life
 * from `startSingleRun`.
 */
export class ContentScriptContext {}
