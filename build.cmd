@echo off
rem The one door on Windows: the same targets as ./build.
cd /d "%~dp0"
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
dotnet --version >nul 2>nul
if errorlevel 1 (
  echo Quarterdeck is built with the .NET 10 SDK, which was not found: install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run this again. 1>&2
  exit /b 3
)
dotnet run --file tools/build.cs -- %*
