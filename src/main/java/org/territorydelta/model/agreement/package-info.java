/**
 * Two sources held against each other: the ground in both, in one alone, and the pieces that only
 * one of them shows.
 */
package org.territorydelta.model.agreement;
