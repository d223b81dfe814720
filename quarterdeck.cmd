@echo off
rem Runs the program from a clone, building it first where it was not built yet.
setlocal
set program=%~dp0src\Quarterdeck.Cli\bin\Release\net10.0\quarterdeck.dll
if not exist "%program%" call "%~dp0build.cmd" program
dotnet exec "%program%" %*
