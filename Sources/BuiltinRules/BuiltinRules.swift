/// The rules that come with the program: the files of `rules/`, written into it at build time.
package enum BuiltinRules {}
