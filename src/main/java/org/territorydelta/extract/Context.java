package org.territorydelta.extract;

import java.time.LocalDate;

/** What an article's sentences so far let later ones leave out. */
final class Context {
  private final LocalDate day;
  private final String country;
  private final String speaker;
  private String claimant = "";
  private String claimantSide = "";
  private String actor = "";
  private String region = "";
  private String mainRegion = "";

  /**
   * @param country of the conflict, empty when not known
   * @param speaker the side that publishes, empty for others
   */
  Context(LocalDate day, String country, String speaker) {
    this.day = day;
    this.country = country;
    this.speaker = speaker;
  }

  LocalDate day() {
    return day;
  }

  String country() {
    return country;
  }

  String speaker() {
    return speaker;
  }

  String claimant() {
    return claimant;
  }

  String claimantSide() {
    return claimantSide;
  }

  String actor() {
    return actor;
  }

  String region() {
    return region.isEmpty() ? mainRegion : region;
  }

  void says(String who, String side) {
    this.claimant = who;
    this.claimantSide = side;
  }

  void acts(String side) {
    this.actor = side;
  }

  void at(String place) {
    this.region = place;
  }

  void mainlyAt(String place) {
    this.mainRegion = place;
  }
}
