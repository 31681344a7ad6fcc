/**
 * Reads dated reports: articles in, proposed claims, events and comparisons out, in the words of
 * the claims and events files.
 *
 * <p>A file becomes an {@link org.territorydelta.extract.Article}; its text is cut into sentences;
 * of each sentence figures, relation words, sides, places, times and who speaks are found; then
 * rules say what belongs together, with what earlier sentences left to be understood. Words are in
 * files by language and topic, names in files for all conflicts: code knows topics and actions
 * only.
 *
 * <p>The law it keeps: nothing is a claim because it was read. A proposal carries its document,
 * place, sentence, rule and confidence, and counts only when accepted. What a person hopes, plans
 * or denies is no quantity of ground.
 */
package org.territorydelta.extract;
