/// Something that is typical of one language.
struct Clue: Sendable {
  let language: String
  let mark: [UInt8]
  let weight: Int

  /// Whether `text` starts with it, and with a whole word where the mark ends in one.
  func opens(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.starts(with: mark) else { return false }
    guard let last = mark.last, let next = text.dropFirst(mark.count).first else { return true }
    return !Self.isLetter(last) || !Self.isLetter(next)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Clues that count at the start of a line, after its indentation, by their first byte.
  static let atLineStart = index { $0 < lineStartCount }
  /// Clues that count anywhere in a line, by their first byte.
  static let anywhere = index { $0 >= lineStartCount }
  static let all: [Clue] = lineStarts + inLines

  /// False where no clue of `anywhere` begins with the byte at a place and the one behind it, which
  /// is so nearly everywhere.
  static func mayOpen(_ line: ArraySlice<UInt8>, at place: Int) -> Bool {
    let next = place + 1 < line.endIndex ? line[place + 1] : 0
    return pairs[Int(line[place]) << 2 | Int(next) >> 6] & (1 << UInt64(next & 63)) != 0
  }

  /// The first two bytes of the clues of `anywhere`, a bit for each pair.
  private static let pairs: [UInt64] = {
    var pairs = [UInt64](repeating: 0, count: 1024)
    for clue in all.dropFirst(lineStartCount) {
      guard let first = clue.mark.first else { continue }
      let second = clue.mark.dropFirst().first
      for next in second.map({ $0...$0 }) ?? 0...255 {
        pairs[Int(first) << 2 | Int(next) >> 6] |= 1 << UInt64(next & 63)
      }
    }
    return pairs
  }()

  private static let lineStartCount = lineStarts.count

  private static func index(_ isMeant: (Int) -> Bool) -> [[Int]] {
    var result = [[Int]](repeating: [], count: 256)
    for (position, clue) in all.enumerated() where isMeant(position) {
      guard let first = clue.mark.first else { continue }
      result[Int(first)].append(position)
    }
    return result
  }

  /// One language's clues: a weight, and marks parted by `|`.
  private static func clues(_ language: String, _ groups: [(Int, String)]) -> [Clue] {
    groups.flatMap { weight, marks in
      marks.split(separator: "|").map {
        Clue(language: language, mark: Array($0.utf8), weight: weight)
      }
    }
  }

  private static let lineStarts: [Clue] = [
    clues(
      "python",
      [
        (4, "def |async def |elif |if __name__|from __future__|@app.route|@pytest"),
        (2, "import os|import sys|import re|import json|except |with open(|print(|self.|class "),
        (1, "import |from |for |while |try:|else:|return |raise |if not |assert |pass|lambda "),
      ]),
    clues(
      "javascript",
      [
        (
          4,
          "const |module.exports|export default |export const |async function |import React|'use strict'"
        ),
        (3, "let |function |import {|export function |console.log(|document.|window.|$("),
        (2, "var |} else if (|});|await |app.get(|app.post(|router.|export {|export class |fetch("),
        (1, "import |return |if (|for (|})|try {|} catch ("),
      ]),
    clues(
      "typescript",
      [
        (5, "export interface |export type |declare |import type |export enum "),
        (3, "interface |type "),
      ]),
    clues(
      "java",
      [
        (
          4, "import java|package com.|package org.|public class |@Override|public static void main"
        ),
        (
          3,
          "private static |public static |private final |public interface |@Autowired|@RestController"
        ),
        (2, "public |private |protected |System.out.|String |try ("),
      ]),
    clues(
      "kotlin",
      [
        (5, "data class |override fun |suspend fun |private fun |import kotlin|private val "),
        (3, "fun |val |object "), (2, "var "),
      ]),
    clues(
      "csharp",
      [
        (
          5,
          "using System|using Microsoft|namespace |[HttpGet|[HttpPost|Console.Write(|Console.WriteLine(|public async Task"
        )
      ]),
    clues(
      "c",
      [
        (
          4,
          "#include <stdio|#include <stdlib|#include <string.h|#include <unistd|#include <sys/|typedef struct|int main("
        ),
        (
          3,
          "#include |#define |#ifndef |#ifdef |#endif|static inline |printf(|char *|struct |void "
        ),
        (2, "char |int |unsigned |strcpy(|memcpy(|gets(|scanf(|free(|size_t |sprintf("),
      ]),
    clues(
      "cpp",
      [
        (
          5,
          "#include <iostream|#include <vector|#include <string>|using namespace |template <|template<|std::|#include <memory"
        )
      ]),
    clues(
      "go",
      [
        (6, "package main|func (|import ("), (3, "func |package |defer |go func"),
        (2, "type |if err != nil|fmt.|var |return nil"),
      ]),
    clues(
      "rust",
      [
        (
          5,
          "fn |pub fn |use std::|impl |let mut |#[derive|pub struct |unsafe {|extern crate |println!(|async fn "
        )
      ]),
    clues(
      "swift",
      [
        (
          5,
          "import Foundation|import UIKit|import SwiftUI|guard let |if let |@main|@IBOutlet|private func "
        ), (4, "func |extension |protocol "), (3, "let |struct |final class "), (2, "var |print("),
      ]),
    clues(
      "php",
      [
        (5, "<?php|$_GET|$_POST|echo $|public function |namespace App|use Illuminate"),
        (3, "$this->|$sql = |$conn|echo |$"),
      ]),
    clues(
      "ruby",
      [
        (
          4,
          "require '|require \"|require_relative |attr_accessor |attr_reader |module |gem '|Rails."
        ),
        (3, "puts |elsif |unless |rescue |def self.|before_action |class ApplicationController"),
        (2, "end|def |begin|params["),
      ]),
    clues(
      "shell",
      [
        (
          4,
          "sudo |apt-get |apt install|chmod |fi|esac|done|set -e|curl -|wget |if [ |if [[ |$ curl |$ "
        ),
        (
          3,
          "echo |export |git |npm |pip |docker |kubectl |ssh |mkdir |rm -|cd |aws |for i in |source |brew |scp |openssl "
        ),
        (2, "curl |cat |then|cp |mv |grep |sed |awk |eval "),
      ]),
    clues(
      "powershell",
      [(5, "Write-Host|Get-|Set-|New-|Invoke-|param(|Import-Module|[CmdletBinding|$env:|Param(")]),
    clues(
      "sql",
      [
        (
          5,
          "SELECT |INSERT INTO |UPDATE |DELETE FROM |CREATE TABLE|CREATE USER|ALTER |DROP TABLE|GRANT |CREATE DATABASE|EXEC "
        ),
        (
          4,
          "select |insert into |create table|delete from |alter table|create user|grant |drop table"
        ),
        (2, "FROM |WHERE |JOIN |ORDER BY|GROUP BY|VALUES |LEFT JOIN|INNER JOIN|BEGIN|COMMIT"),
      ]),
    clues(
      "css", [(4, "@media |@import url|:root {|body {|margin:|padding:|color:|display:|font-")]),
    clues(
      "dockerfile",
      [
        (
          5,
          "FROM node|FROM python|FROM ubuntu|FROM alpine|FROM golang|FROM debian|ENTRYPOINT [|CMD [|WORKDIR /"
        ), (3, "RUN |COPY |EXPOSE |ENV |ARG |WORKDIR |CMD "),
      ]),
    clues(
      "terraform",
      [(6, "resource \"|provider \"|variable \"|data \"aws|terraform {|module \"|output \"")]),
    clues("yaml", [(4, "apiVersion: |kind: |---|services:|version: '|on:|jobs:|steps:|image: ")]),
    clues(
      "html",
      [
        (
          4,
          "<!DOCTYPE|<html|<head|<body|<div|<script|<form|<table|<input|<p>|<a href|<ul|<img |<h1"
        )
      ]),
    clues(
      "xml", [(4, "<?xml|<project|<configuration|<dependency>|<beans|<bean |<property |<manifest")]),
    clues("json", [(1, "\"")]),
    clues("perl", [(5, "use strict|use warnings|my $|my @|my %|sub |use DBI|foreach my")]),
    clues("lua", [(4, "local function |local |elseif |require(\"")]),
    clues("r", [(5, "library(|install.packages(|ggplot(")]),
    clues("scala", [(5, "object |case class |import scala|sealed trait |implicit ")]),
    clues("dart", [(5, "import 'package:|void main() {|class MyApp extends|@override|Widget ")]),
    clues("objective-c", [(6, "#import |@interface |@implementation |@property |NSString *|@end")]),
    clues("makefile", [(5, ".PHONY:|all:|clean:|install:|\t$(")]),
  ].flatMap { $0 }

  private static let inLines: [Clue] = [
    clues(
      "python",
      [
        (
          2,
          "):|__init__|f\"|f'| is None| is not None|self.|.format(|**kwargs|True:|os.environ|requests.|subprocess."
        )
      ]),
    clues(
      "javascript",
      [
        (
          2,
          " => | === | !== |async (|() => {|require('|require(\"|process.env|JSON.|.then(|new Promise|.innerHTML|`${"
        )
      ]),
    clues(
      "typescript",
      [(3, ": string|: number|: boolean|: Promise<|<string>|: any| as const|private readonly ")]),
    clues(
      "java",
      [
        (
          2,
          " throws |new ArrayList|String[] |Exception e)|.getConnection(|@Value(|final String | implements |.getParameter("
        )
      ]),
    clues(
      "kotlin", [(3, ": String?|?.let |fun main(|: String)|: Int|listOf(|mapOf(| ?: |: String,")]),
    clues(
      "csharp",
      [
        (
          3,
          "Task<|string[] args|{ get; set; }|new SqlCommand|new SqlConnection|Console.|IActionResult|await _|string |new()|.Add(|Async("
        )
      ]),
    clues("c", [(2, "->|char *|sizeof(|NULL|malloc(|int argc|const char")]),
    clues("cpp", [(3, "std::|cout <<|nullptr|unique_ptr<|::string")]),
    clues(
      "go",
      [(3, " := |err != nil|http.ResponseWriter|fmt.Sprintf|[]byte|*http.Request|interface{}")]),
    clues("rust", [(3, "-> Result<|&str|.unwrap()|&mut |Vec<|::new()|Option<|String::from")]),
    clues(
      "swift",
      [
        (
          3,
          "-> String {|try? |: String = |: String)|UserDefaults.| ?? \"\"|\\(|: Int|: [|.shared.|: String,"
        )
      ]),
    clues(
      "php",
      [(3, "$_GET[|$_POST[|$_REQUEST[|$this->|mysqli_|mysql_query|->prepare(|array(|$_SERVER")]),
    clues("ruby", [(2, ".each do|#{|.nil?|=> :|params[:|ENV['|ENV[\"|attr_")]),
    clues(
      "shell", [(2, "${|$(|&& |-H \"| -u | -p |/dev/null|$1| ]; then|; do|export ")]),
    clues(
      "sql",
      [
        (
          2,
          " FROM | WHERE |VARCHAR(|varchar(|PRIMARY KEY|IDENTIFIED BY|NOT NULL| VALUES |INTO "
        )
      ]),
    clues(
      "powershell", [(2, "-ComputerName|-Credential|-AsPlainText|$_.| -eq |ConvertTo-|Invoke-")]),
    clues("html", [(2, "</div>|</p>|</a>|</script>|</form>|</li>|</td>|<br|href=\"|class=\"")]),
    clues("xml", [(1, "</|/>|xmlns")]),
    clues("json", [(2, "\": \"|\": {|\": [|\":\"|\": true|\": false|\": null")]),
    clues("perl", [(2, "->{|qw(|=~ |@_|$_|<STDIN>")]),
    clues("lua", [(2, " then| local |nil|.. \"")]),
    clues("r", [(2, " <- |%>%|data.frame(|c(\"")]),
    clues("dockerfile", [(2, "apt-get update|--from=|pip install|npm ci")]),
    clues("terraform", [(2, " = var.| = aws_|= {|tags = {|access_key")]),
    clues("css", [(2, "px;|em;| !important|rgba(|#fff")]),
  ].flatMap { $0 }
}
